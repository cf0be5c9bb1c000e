package nl.ontwikkelagenda.app.form;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that was chosen in a form.
 *
 * @param name as it is called where it came from
 */
public record FormFile(String name, byte[] content) {

	private static final int MEGABYTE = 1_048_576;
	/** Megabytes; as much as the API takes. */
	private static final int LARGEST = 10;
	private static final int MOST_FAULTS = 10;
	/** What the API calls a file as a whole. */
	private static final String BODY = "body";

	/**
	 * Reads a file and makes something of it; of one that cannot be taken the form says why.
	 *
	 * @param chosen null when the form had no such field
	 * @param made   may throw {@link InvalidInput}, of which the sentences come at the field
	 * @return empty when the form is wrong
	 */
	public static <T> Optional<T> read(Form form, String field, @Nullable MultipartFile chosen, Function<FormFile, T> made) {
		if (chosen == null || chosen.isEmpty()) {
			form.wrong(field, "Kies een bestand.");
			return Optional.empty();
		}
		if (chosen.getSize() > (long) LARGEST * MEGABYTE) {
			form.wrong(field, "Dit bestand is groter dan " + LARGEST + " MB; kies een kleiner bestand.");
			return Optional.empty();
		}
		try {
			return Optional.of(made.apply(new FormFile(Objects.requireNonNullElse(chosen.getOriginalFilename(), ""), chosen.getBytes())));
		} catch (InvalidInput e) {
			form.wrong(field, sentences(field, e.errors()));
		} catch (IOException e) {
			form.wrong(field, "Het bestand is onderweg afgebroken; kies het nog een keer.");
		}
		return Optional.empty();
	}

	/** Where it is wrong, as in "Rij 2, Waarde", and how; the first of many. */
	private static String sentences(String field, List<FieldError> errors) {
		String first = errors.stream().limit(MOST_FAULTS).map(error -> (error.field().equals(field) || error.field().equals(BODY) ? "" : error.field() + ": ") + error.message())
				.collect(Collectors.joining(" "));
		return errors.size() > MOST_FAULTS ? first + " En nog " + (errors.size() - MOST_FAULTS) + " andere fouten." : first;
	}
}
