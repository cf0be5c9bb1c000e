package nl.ontwikkelagenda.app.rest;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.app.command.DamagedFact;
import nl.ontwikkelagenda.app.command.IdempotencyKeyInUse;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.command.StoreUnavailable;
import nl.ontwikkelagenda.app.command.VersionMismatch;
import nl.ontwikkelagenda.app.exchange.PapersBusy;
import nl.ontwikkelagenda.app.exchange.ScannerAway;
import nl.ontwikkelagenda.app.store.LogUnavailable;
import nl.ontwikkelagenda.reporting.readmodel.UnknownFact;
import nl.ontwikkelagenda.reporting.readmodel.UnknownField;
import nl.ontwikkelagenda.reporting.readmodel.UnusableValue;
import nl.ontwikkelagenda.reporting.readmodel.ViewNotReady;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Makes a problem of everything that can go wrong. What nobody foresaw is a 500 with a number, and the log knows the rest. */
@ControllerAdvice
public class Faults {

	private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

	@ExceptionHandler(Exception.class)
	void answer(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
		if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
			// Spring Security's own filter knows whether this is a 401 or a 403.
			throw e;
		}
		if (e instanceof AsyncRequestNotUsableException) {
			// a stream of which nobody reads the answer any more
			return;
		}
		write(e, request, response);
	}

	/** Answers with the problem that this failure comes down to. */
	public static void write(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ProblemWriter.write(request, response, problem(failure, request, response));
	}

	private static Problem problem(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
		return switch (failure) {
			case InvalidInput e -> invalid(e.errors());
			case UnknownField e -> invalid(List.of(new FieldError(e.field(), sentence(e))));
			case UnusableValue e -> invalid(List.of(new FieldError(e.field(), sentence(e))));
			case MethodArgumentTypeMismatchException e -> invalid(List.of(new FieldError(e.getName(), expected(e.getRequiredType()))));
			case MissingServletRequestParameterException e -> invalid(List.of(new FieldError(e.getParameterName(), "Deze zoekvraag is verplicht.")));
			case HttpMessageNotReadableException e -> invalid(List.of(new FieldError("body", "De aanvraag heeft geen inhoud.")));
			case UnknownReference e -> invalid(List.of(new FieldError(e.field(), sentence(e))));
			case RuleBroken e -> KnownProblems.find(e.rule()).map(known -> Problem.of(known, sentence(e)))
					.orElseGet(() -> new Problem("/problems/" + e.rule(), "Deze regel wordt overtreden", 409, sentence(e), null, null));
			case NotAllowed e -> Problem.of(KnownProblems.NOT_ALLOWED, sentence(e));
			case NotFound e -> Problem.of(KnownProblems.NOT_FOUND, sentence(e));
			case VersionMismatch e -> Problem.of(KnownProblems.VERSION_MISMATCH, sentence(e));
			case IdempotencyKeyInUse e -> Problem.of(KnownProblems.IDEMPOTENCY_KEY_IN_USE, sentence(e));
			case IdempotencyKeyReused e -> Problem.of(KnownProblems.IDEMPOTENCY_KEY_REUSED, sentence(e));
			case StoreUnavailable e -> unavailable(response, e.retryAfter(), sentence(e));
			case DamagedFact e -> unavailable(response, e.retryAfter(), sentence(e));
			case LogUnavailable _,UnknownFact _ -> unavailable(response, Duration.ofSeconds(5), "De gegevens zijn even niet bereikbaar; probeer het over enkele seconden opnieuw.");
			case PapersBusy e -> unavailable(response, Duration.ofSeconds(5), sentence(e));
			case ScannerAway e -> unavailable(response, Duration.ofSeconds(5), sentence(e));
			case ViewNotReady e -> unavailable(response, Duration.ofSeconds(5), sentence(e));
			case HttpRequestMethodNotSupportedException e -> {
				response.setHeader(HttpHeaders.ALLOW, allowed(e.getSupportedHttpMethods()));
				yield Problem.of(KnownProblems.METHOD_NOT_ALLOWED, "Hier kan " + allowed(e.getSupportedHttpMethods()) + ", geen " + readable(e.getMethod()) + ".");
			}
			case InvalidParameterException e -> known(e.getErrorCode());
			case MultipartException e when !(e instanceof ErrorResponse) -> known(HttpStatus.BAD_REQUEST.value());
			case ErrorResponse e when e.getStatusCode().is4xxClientError() -> {
				e.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
				yield known(e.getStatusCode().value());
			}
			default -> unforeseen(failure, request, response);
		};
	}

	private static Problem known(int status) {
		KnownProblem known = KnownProblems.forStatus(status);
		return Problem.of(known, known.explanation());
	}

	static Problem invalid(List<FieldError> errors) {
		String detail = errors.size() == 1 ? "Er klopt één ding niet: " + errors.getFirst().field() + "." : "Er kloppen " + errors.size() + " dingen niet; ze staan onder errors.";
		return Problem.of(KnownProblems.INVALID_INPUT, detail).with(errors);
	}

	static Problem unavailable(HttpServletResponse response, Duration wait, String sentence) {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
		return Problem.of(KnownProblems.UNAVAILABLE, sentence);
	}

	private static Problem unforeseen(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
		if (isDatabaseAway(failure)) {
			LOG.warn("The database did not answer a {}", readable(request.getMethod()), failure);
			return unavailable(response, Duration.ofSeconds(5), "De gegevens zijn even niet bereikbaar; probeer het over enkele seconden opnieuw.");
		}
		String reference = UUID.randomUUID().toString();
		// Neither path nor query: they can name persons.
		LOG.error("Unforeseen failure {} of a {}", reference, readable(request.getMethod()), failure);
		return Problem.of(KnownProblems.UNEXPECTED, "Er ging iets mis dat niet had mogen gebeuren; geef nummer " + reference + " door aan de beheerder.").known(reference);
	}

	private static boolean isDatabaseAway(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			boolean spring = cause instanceof DataAccessResourceFailureException || cause instanceof TransientDataAccessException || cause instanceof QueryTimeoutException
					|| cause instanceof CannotCreateTransactionException || cause instanceof TransactionSystemException;
			// Classes 08 (connection), 53 (resources) and 57P (the server stops) of SQL states; none when it is the pool that says that the connection is gone.
			boolean sql = cause instanceof SQLException e && (e.getSQLState() == null || e.getSQLState().matches("08.*|53.*|57P.*"));
			if (spring || sql) {
				return true;
			}
		}
		return false;
	}

	private static String expected(@Nullable Class<?> type) {
		if (type != null && type.isEnum()) {
			return "Kies een van: " + String.join(", ", InputBinder.names(type)) + ".";
		}
		if (type == LocalDate.class) {
			return "Schrijf een bestaande datum als 2021-03-29.";
		}
		return type != null && type.isRecord() ? "Geef een id in de vorm van een UUID." : "Deze waarde past hier niet.";
	}

	private static String allowed(@Nullable Set<HttpMethod> methods) {
		return methods == null ? "" : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
	}

	private static String sentence(Throwable e) {
		return e.getMessage() == null ? "De aanvraag kan niet worden uitgevoerd." : e.getMessage();
	}

	static String readable(String method) {
		return method.length() <= 20 && method.matches("[A-Z]+") ? method : "onbekende methode";
	}
}
