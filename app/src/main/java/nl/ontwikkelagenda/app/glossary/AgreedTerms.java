package nl.ontwikkelagenda.app.glossary;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.housestyle.OfPartnership;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.cop.glossary.TermStatus;
import nl.ontwikkelagenda.cop.glossary.TermView;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a page that is about one partnership the words that it agreed on, as of the day that the page is of. */
@Configuration(proxyBeanMethods = false)
class AgreedTerms implements WebMvcConfigurer, HandlerInterceptor {

	private final Documents documents;
	private final Readers readers;
	private final Moments moments;
	private final People people;

	AgreedTerms(Documents documents, Readers readers, Moments moments, People people) {
		this.documents = documents;
		this.readers = readers;
		this.moments = moments;
		this.people = people;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
		// who visits without logging in sees no glossary
		if (page != null && Caller.current().isPresent()) {
			OfPartnership.in(page.getModel()).filter(partnership -> readers.partnerships(ReadModels.TERMS).contains(partnership.partnershipId()))
					.ifPresent(partnership -> page.addObject(AgreedWords.NAME, agreed(partnership.partnershipId())));
		}
	}

	private AgreedWords agreed(PartnershipId partnership) {
		List<TermView> terms = documents.all(ReadModels.TERMS, Map.of("partnershipId", partnership.toString(), "status", TermStatus.AGREED.name()), moments.asOf());
		List<String> explanations = people.withNames(terms.stream().map(term -> Objects.requireNonNull(term.explanation())).toList());
		return AgreedWords.of(IntStream.range(0, terms.size())
				.mapToObj(place -> new AgreedWords.Agreed(terms.get(place).termId().toString(), terms.get(place).word(), explanations.get(place))).toList());
	}
}
