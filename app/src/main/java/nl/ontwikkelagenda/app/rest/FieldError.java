package nl.ontwikkelagenda.app.rest;

/**
 * What is wrong with one field, query parameter or header.
 *
 * @param field   its name; in a body a path such as {@code promises[0].owner.kind}
 * @param message one Dutch sentence
 */
public record FieldError(String field, String message) {
}
