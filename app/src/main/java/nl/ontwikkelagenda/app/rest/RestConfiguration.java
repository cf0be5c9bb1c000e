package nl.ontwikkelagenda.app.rest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.exchange.PaperPress;

import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts strict JSON, strict ids in paths, the question and the problems of the server itself in their places. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {

	private static final Pattern VARIABLE = Pattern.compile("(?<=/)\\{\\w+}(?=/|$)");
	private static final Pattern ID = Pattern.compile("(?<=/)[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?=/|$)");
	/** Stands for an id in a path that is looked up. */
	private static final String ANY = "{id}";

	private final Validator validator;
	private final QuestionInterceptor questions;
	private final PageInterceptor pages;
	private final PaperPress press;

	RestConfiguration(Validator validator, QuestionInterceptor questions, PageInterceptor pages, PaperPress press) {
		this.validator = validator;
		this.questions = questions;
		this.pages = pages;
		this.press = press;
	}

	/** What has happened is judged by the day it is for those who record it. */
	@Bean
	static ValidationConfigurationCustomizer clockOfValidation(ObjectProvider<Clock> clock) {
		// Asked for once, and then for every day: a clock that runs.
		InstantSource now = () -> clock.getObject().instant();
		return validation -> validation.clockProvider(() -> now.withZone(Today.AMSTERDAM));
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
		converters.withJsonConverter(new HttpJson(validator)).addCustomConverter(new SheetConverter()).addCustomConverter(new PaperConverter(press))
				.addCustomConverter(new StreamedFileConverter());
	}

	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
		negotiation.strategies(List.of(new FormatStrategy(), new HeaderContentNegotiationStrategy()));
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(questions).addPathPatterns(Api.BASE + "/**").excludePathPatterns(Api.BASE + "/openapi.json");
		registry.addInterceptor(pages).excludePathPatterns(Api.BASE + "/**");
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverter(new IdConverter());
		registry.addFormatterForFieldType(LocalDate.class, new DayFormatter());
	}

	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServerItself() {
		return factory -> factory.addContextCustomizers(context -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ProblemValve.class.getName());
			}
		});
	}

	/**
	 * Of many hundreds of mappings those with the path that was asked for are looked up, where an id may be any id; only what has no such mapping is compared with all of them.
	 */
	@Bean
	static WebMvcRegistrations mappingsByPath() {
		return new WebMvcRegistrations() {

			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new RequestMappingHandlerMapping() {

					@Override
					protected Set<String> getDirectPaths(RequestMappingInfo mapping) {
						return mapping.getPatternValues().stream().map(pattern -> VARIABLE.matcher(pattern).replaceAll(ANY)).collect(Collectors.toSet());
					}

					@Override
					protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
						return super.lookupHandlerMethod(ID.matcher(path).replaceAll(ANY), request);
					}
				};
			}
		};
	}

	/** Files come with the forms of pages only: programs send the bytes of a file as they are. */
	@Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
	static MultipartResolver filesInForms() {
		return new StandardServletMultipartResolver() {

			@Override
			public boolean isMultipart(HttpServletRequest request) {
				return !Api.isApi(request) && super.isMultipart(request);
			}
		};
	}

	/** Dates in the query string, as strict as dates in bodies; what a form left empty is no date. */
	private static final class DayFormatter implements Formatter<LocalDate> {

		@Override
		public LocalDate parse(String text, Locale locale) {
			LocalDate day = InputBinder.date(text);
			if (day == null) {
				throw new IllegalArgumentException("Not a date");
			}
			return day;
		}

		@Override
		public String print(LocalDate day, Locale locale) {
			return day.toString();
		}
	}

	/** Ids in paths, as strict as ids in bodies: {@code UUID.fromString} also takes {@code 1-1-1-1-1}. */
	private static final class IdConverter implements ConditionalGenericConverter {

		@Override
		public @Nullable Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(String.class, Record.class), new ConvertiblePair(String.class, UUID.class));
		}

		@Override
		public boolean matches(TypeDescriptor source, TypeDescriptor target) {
			return target.getType() == UUID.class || InputBinder.isId(target.getType());
		}

		@Override
		public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			UUID value = InputBinder.uuid(String.valueOf(source));
			if (value == null) {
				throw new IllegalArgumentException("Not a UUID");
			}
			if (to.getType() == UUID.class) {
				return value;
			}
			try {
				RecordComponent component = to.getType().getRecordComponents()[0];
				return to.getType().getDeclaredConstructor(component.getType()).newInstance(value);
			} catch (InvocationTargetException e) {
				throw new IllegalArgumentException(e);
			} catch (ReflectiveOperationException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
