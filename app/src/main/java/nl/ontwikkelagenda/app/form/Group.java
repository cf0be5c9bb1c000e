package nl.ontwikkelagenda.app.form;

import java.util.List;

/** Choices of one kind. */
public record Group(String label, List<Choice> choices) {
}
