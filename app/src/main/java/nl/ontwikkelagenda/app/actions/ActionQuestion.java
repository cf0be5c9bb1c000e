package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which actions a page shows, as its address says.
 *
 * @param partnershipId absent for all partnerships of the reader
 * @param vorm          {@value #BOARD} for a board; absent for a list
 * @param mine          those of which the reader owns a promise
 * @param standing      absent means those that are open
 * @param owner         a person or organisation that owns a promise
 * @param words         that stand in it
 * @param page          1-based; absent means the first
 * @param asOf          absent means today
 * @param since         the day to compare with; absent for none
 */
public record ActionQuestion(@Nullable PartnershipId partnershipId, @Nullable String vorm, boolean mine, @Nullable Standing standing, @Nullable UUID owner,
		@Nullable ThemeId themeId, @Nullable MeetingId meetingId, @Nullable String words, @Nullable Integer page, @Nullable LocalDate asOf, @Nullable LocalDate since) {

	static final String BOARD = "bord";

	/** @throws InvalidInput with every field that is wrong */
	static ActionQuestion read(Form form) {
		ActionQuestion question = new ActionQuestion(form.idOrNone("partnershipId", PartnershipId::new), BOARD.equals(form.typed("vorm")) ? BOARD : null, form.isTicked("mine"),
				form.choiceOrNone("standing", Standing.class), form.idOrNone("owner", Function.identity()), form.idOrNone("themeId", ThemeId::new),
				form.idOrNone("meetingId", MeetingId::new), FreeText.wordsOf(form.lineOrNone("words", ActionPage.LINE)), form.numberOrNone("page"), form.dayOrNone("asOf"),
				form.dayOrNone("since"));
		form.mustBeRight();
		return question;
	}

	/** How the actions stand that are asked for. */
	public enum Standing {
		OPEN, LATE, BLOCKED, DRIFTING, UNDATED, DONE, DROPPED, ALL
	}

	/** Columns of the board. */
	public enum Column {
		RUNNING, STUCK, DONE, DROPPED
	}

	public boolean board() {
		return BOARD.equals(vorm);
	}

	/** Whether more was asked than how the actions stand and of whom. */
	public boolean narrowed() {
		return owner != null || themeId != null || meetingId != null || words != null || asOf != null;
	}

	/** The same question about how they stand, of the reader only or of everybody. */
	ActionQuestion with(@Nullable Standing otherStanding, boolean ofMine) {
		return new ActionQuestion(partnershipId, vorm, ofMine, otherStanding, owner, themeId, meetingId, words, null, asOf, null);
	}

	int pageNumber() {
		return page == null ? 1 : Math.max(1, page);
	}

	public Standing standingOrOpen() {
		return standing == null ? Standing.OPEN : standing;
	}

	/**
	 * What holds of every action of the list.
	 *
	 * @param reader all ids of who reads
	 */
	List<Condition> conditions(Set<PersonId> reader, LocalDate day) {
		List<Condition> all = commonConditions(reader);
		switch (standingOrOpen()) {
			case OPEN -> all.add(open());
			case LATE -> {
				all.add(open());
				all.add(new AtMost("overdueFrom", day.toString()));
			}
			case BLOCKED -> {
				all.add(open());
				all.add(new Is("blocked", "true"));
			}
			case DRIFTING -> all.add(new Is("drifting", "true"));
			case UNDATED -> all.add(new Is("withoutDeadline", "true"));
			case DONE -> all.add(new Is("status", ActionStatus.DONE.name()));
			case DROPPED -> all.add(new Is("status", ActionStatus.DROPPED.name()));
			case ALL -> {
			}
		}
		return all;
	}

	/** What holds of every action in a column of the board. */
	List<Condition> conditions(Set<PersonId> reader, Column column) {
		List<Condition> all = commonConditions(reader);
		switch (column) {
			case RUNNING -> {
				all.add(open());
				all.add(new Is("blocked", "false"));
			}
			case STUCK -> {
				all.add(open());
				all.add(new Is("blocked", "true"));
			}
			case DONE -> all.add(new Is("status", ActionStatus.DONE.name()));
			case DROPPED -> all.add(new Is("status", ActionStatus.DROPPED.name()));
		}
		return all;
	}

	private List<Condition> commonConditions(Set<PersonId> reader) {
		List<Condition> all = new ArrayList<>();
		if (mine) {
			all.add(new OneOf("owners", reader.stream().map(PersonId::toString).collect(Collectors.toSet())));
		}
		fields().forEach((field, value) -> all.add(new Is(field, value)));
		return all;
	}

	private Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		put(fields, "partnershipId", partnershipId);
		put(fields, "owners", owner);
		put(fields, "themeId", themeId);
		put(fields, "meetingId", meetingId);
		return fields;
	}

	private static Condition open() {
		return new Is("status", ActionStatus.OPEN.name());
	}

	/** Fields of this question for a form, without those that its own fields ask. */
	Map<String, String> hidden() {
		Map<String, String> hidden = new LinkedHashMap<>();
		put(hidden, "partnershipId", partnershipId);
		put(hidden, "vorm", vorm);
		put(hidden, "mine", mine ? "true" : null);
		put(hidden, "standing", board() ? null : standing);
		put(hidden, "owner", owner);
		put(hidden, "themeId", themeId);
		put(hidden, "meetingId", meetingId);
		put(hidden, "words", words);
		return hidden;
	}

	/** The fields by which the list is sorted: what ends first comes first, and what ended last. */
	List<String> order() {
		return standingOrOpen() == Standing.DONE || standingOrOpen() == Standing.DROPPED ? List.of("-endedOn") : List.of("overdueFrom");
	}

	/** Address of the same question in another form: a list, or a {@value #BOARD}. */
	String address(@Nullable String otherForm, @Nullable Standing otherStanding, int otherPage) {
		return address("/acties", otherForm, otherStanding, otherPage, null);
	}

	/** Address of all that the list has, as a file with this ending. */
	public String file(String ending) {
		return address("/acties/bestand", null, standing, 1, ending);
	}

	private String address(String path, @Nullable String otherForm, @Nullable Standing otherStanding, int otherPage, @Nullable String format) {
		Map<String, String> fields = hidden();
		put(fields, "asOf", asOf);
		fields.remove("vorm");
		fields.remove("standing");
		put(fields, "vorm", otherForm);
		put(fields, "standing", otherStanding);
		put(fields, "page", otherPage > 1 ? otherPage : null);
		put(fields, "format", format);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		fields.forEach((field, value) -> address.queryParam(field, "{" + field + "}"));
		return address.encode().buildAndExpand(fields).toUriString();
	}

	String address() {
		return address(vorm, standing, 1);
	}

	private static void put(Map<String, String> fields, String field, @Nullable Object value) {
		if (value != null) {
			fields.put(field, value.toString());
		}
	}
}
