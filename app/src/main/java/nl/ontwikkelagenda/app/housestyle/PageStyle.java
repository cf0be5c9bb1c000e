package nl.ontwikkelagenda.app.housestyle;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a page that is about one partnership look as that partnership chose. */
@Configuration(proxyBeanMethods = false)
class PageStyle implements WebMvcConfigurer, HandlerInterceptor {

	/**
	 * What the frame of a page needs for it.
	 *
	 * @param stylesheet path of the rules with its tones
	 * @param logo       path; null without one
	 */
	public record Style(String name, String stylesheet, @Nullable String logo) {

		static Style of(PartnershipView partnership, PartnershipView.HouseStyle chosen) {
			return new Style(partnership.name(), StyleController.stylesheet(chosen.colour()),
					chosen.logoId() == null ? null : StyleController.logoPath(partnership.partnershipId()));
		}
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
		if (page != null) {
			OfPartnership.in(page.getModel())
					.ifPresent(found -> Optional.ofNullable(found.houseStyle()).ifPresent(chosen -> page.addObject("houseStyle", Style.of(found, chosen))));
		}
	}
}
