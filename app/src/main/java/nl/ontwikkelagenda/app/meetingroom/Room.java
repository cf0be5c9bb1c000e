package nl.ontwikkelagenda.app.meetingroom;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.meeting.GroupId;
import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.ItemStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartId;
import nl.ontwikkelagenda.agenda.meeting.MinutesStatus;
import nl.ontwikkelagenda.agenda.meeting.ObjectionId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.housestyle.OfPartnership;
import nl.ontwikkelagenda.app.rest.Ids;

import org.jspecify.annotations.Nullable;

/**
 * A meeting with all that goes on in it, with names as they are now.
 *
 * @param seen    differs from one moment to the next when something changed
 * @param body    what the body is called that meets
 * @param keeps   whether the reader may record things here now
 * @param present persons who are there, first of all to choose an owner from
 * @param others  persons who are known here otherwise
 * @param posters how many projects were shown
 * @param joins   whether the reader may put himself on the list of who comes
 * @param follows the meeting that this one goes on with
 * @param own     the reader's own invitation, when he is invited and has no answer to give for others
 */
record Room(MeetingView meeting, String seen, PartnershipView partnership, @Nullable String body, String title, String when, @Nullable String place, List<Point> points,
		List<Attendee> attendees, List<Told> outcomes, List<Group> groups, List<Note> notes, List<Objection> objections, List<Choice> present, List<Choice> others,
		List<Choice> organisations, List<Choice> themes, boolean keeps, int posters, boolean joins, @Nullable Own own, @Nullable Choice follows) implements OfPartnership {

	/** How it is with a member who was neither invited nor told to be there. */
	static final String MEMBER = "Lid";

	private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	/** What was chosen. */
	record Chosen(boolean person, UUID id) {

		private static final Pattern FORM = Pattern.compile("(PERSON|ORGANISATION)/(" + ID + ")");

		static Optional<Chosen> of(String value) {
			return FORM.matcher(value).results().findFirst().filter(found -> found.group().equals(value))
					.map(found -> new Chosen("PERSON".equals(found.group(1)), UUID.fromString(found.group(2))));
		}

		/** What was chosen in a field; a stand-in when nothing of the list was, which the form then says. */
		static Chosen read(Form form, String field) {
			return of(form.typed(field)).orElseGet(() -> {
				form.wrong(field, "Kies iemand uit de lijst.");
				return new Chosen(true, new UUID(0, 0));
			});
		}

		@Nullable
		PersonId personId() {
			return person ? new PersonId(id) : null;
		}

		@Nullable
		OrganisationId organisationId() {
			return person ? null : new OrganisationId(id);
		}
	}

	/**
	 * An item on the agenda.
	 *
	 * @param words   its title with mentions
	 * @param theme   id of the theme that it is about, or empty
	 * @param seconds how long it is under way; absent when it is not
	 * @param before  the item before it, to be placed before that; absent for the first that can be moved
	 */
	record Point(ItemId itemId, int number, String title, String words, String introducer, @Nullable Integer minutes, String theme, ItemStatus status, String standing,
			@Nullable Long seconds, @Nullable ItemId before, List<Note> notes) {

		public boolean isOpen() {
			return status == ItemStatus.PLACED;
		}

		/** How long it may still take, or is too long, in words. */
		public String clock() {
			long minutesGone = seconds == null ? 0 : seconds / 60;
			return minutes == null ? minutesGone + " min" : minutesGone + " van " + minutes + " min";
		}

		public boolean isTooLong() {
			return seconds != null && minutes != null && seconds > minutes * 60L;
		}
	}

	/**
	 * Who was there or could be.
	 *
	 * @param value        as a {@link Choice}
	 * @param organisation id of whom a person is there for; empty for none
	 * @param of           what that is called
	 * @param presence     absent while nothing is recorded
	 */
	record Attendee(String value, String name, String organisation, String of, @Nullable Presence presence, String standing) {

		public String id() {
			return value.replace('/', '-');
		}
	}

	/** @param action what it became in the list of actions; absent for what is none */
	record Told(OutcomeId outcomeId, OutcomeKind kind, String title, @Nullable String text, List<Promise> promises, @Nullable ActionView action) {
	}

	record Promise(String owner, String what, String when) {
	}

	record Group(GroupId groupId, String name, @Nullable String theme, List<String> members, List<String> reports) {
	}

	/**
	 * A part of the minutes.
	 *
	 * @param text  with mentions, as it is written
	 * @param shown with names
	 */
	record Note(MinutesPartId part, String text, String shown) {
	}

	record Objection(ObjectionId objectionId, String by, String text, String raised, @Nullable String settlement) {
	}

	/**
	 * @param personId who is invited: one of the reader's ids
	 * @param reply    in words; empty while none was given
	 */
	record Own(String invitationId, PersonId personId, String reply) {
	}

	static boolean isId(String value) {
		return ID.matcher(value).matches();
	}

	public boolean isPlanned() {
		return meeting.status() == MeetingStatus.PLANNED;
	}

	/** Whether it goes on: held, and its items can still be treated. */
	public boolean isOpen() {
		return meeting.status() == MeetingStatus.HELD && !meeting.closed();
	}

	public boolean isClosed() {
		return meeting.closed();
	}

	public boolean isHeld() {
		return meeting.status() == MeetingStatus.HELD;
	}

	public boolean isFrozen() {
		return meeting.minutes() != null && meeting.minutes().status() == MinutesStatus.ADOPTED;
	}

	public boolean mayTell() {
		return keeps && isHeld() && !isFrozen();
	}

	public Optional<Point> underWay() {
		return points.stream().filter(point -> point.seconds() != null).findFirst();
	}

	/** The item under way; null when there is none. */
	public @Nullable Point now() {
		return underWay().orElse(null);
	}

	public long numberPresent() {
		return attendees.stream().filter(one -> one.presence() == Presence.PRESENT).count();
	}

	/** Members of the body who were not invited yet. */
	public List<Chosen> membersToInvite() {
		return attendees.stream().filter(one -> MEMBER.equals(one.standing())).flatMap(one -> Chosen.of(one.value()).stream()).toList();
	}

	/** Id for a part of the minutes that is yet to be written: chosen beforehand, so that sending it twice writes it once. */
	public MinutesPartId newPart() {
		return new MinutesPartId(Ids.next());
	}

	/** Persons to choose from, first those who are there. */
	public List<Choice> people() {
		return Stream.concat(present.stream(), others.stream()).toList();
	}

	/** Items that another one can come before. */
	public List<Choice> openItems() {
		return points.stream().filter(Point::isOpen).map(point -> new Choice(point.itemId().toString(), point.title())).toList();
	}

	Stream<Choice> owners() {
		return Stream.of(present, others, organisations).flatMap(List::stream);
	}
}
