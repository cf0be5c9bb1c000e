package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Looking methods up by path finds the same ones as comparing the path with all mappings, as Spring does without us. */
@TestInstance(Lifecycle.PER_CLASS)
class PathsTest {

	private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]*}");
	private static final UUID ID = UUID.fromString("01a22993-80a7-7a95-b47c-6917ffc4a15b");

	private RequestMappingHandlerMapping ours = new RequestMappingHandlerMapping();
	private final RequestMappingHandlerMapping springs = new RequestMappingHandlerMapping();

	@BeforeAll
	void map() {
		ApplicationContext context = Running.application().context();
		ours = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
		springs.setApplicationContext(context);
		ours.getHandlerMethods().forEach((mapping, method) -> springs.registerMapping(mapping, method.getBean(), method.getMethod()));
	}

	/** The method that answers, or the kind of refusal. */
	private static String found(RequestMappingHandlerMapping mapping, String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		ServletRequestPathUtils.parseAndCache(request);
		try {
			HandlerExecutionChain chain = mapping.getHandler(request);
			return chain == null ? "nothing" : chain.getHandler().toString();
		} catch (Exception e) {
			return e.getClass().getSimpleName() + ": " + e.getMessage();
		}
	}

	@Test
	void everyPathFindsTheMethodThatItFindsWithoutUs() {
		Set<String> paths = new LinkedHashSet<>();
		ours.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream()).forEach(pattern -> {
			for (String value : List.of(ID.toString(), ID.toString().toUpperCase(Locale.ROOT), "een-woord", "%7Bid%7D", ID + ".pdf")) {
				paths.add(VARIABLE.matcher(pattern).replaceAll(value));
			}
			paths.add(VARIABLE.matcher(pattern).replaceAll(ID.toString()) + "/");
			paths.add(VARIABLE.matcher(pattern).replaceAll(ID.toString()) + "/" + ID);
		});
		assertThat(paths).hasSizeGreaterThan(1_000);
		for (String path : paths) {
			for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
				assertThat(found(ours, method, path)).as(method + " " + path).isEqualTo(found(springs, method, path));
			}
		}
	}
}
