package nl.ontwikkelagenda.app.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/** What changes are asked of: everything that belongs to this one thing. */
public record Subject(Kind kind, UUID id) {

	/** A person's own things, or those of something that several people share. */
	public enum Kind {
		PERSON(null), PARTNERSHIP(ReadModels.PARTNERSHIPS), AGENDA(ReadModels.AGENDAS), THEME(ReadModels.THEMES), TABLE(ReadModels.TABLES), COMMUNITY(
				ReadModels.COMMUNITIES), MEETING(ReadModels.MEETINGS);

		@SuppressWarnings("ImmutableEnumChecker") // a record of names and of functions that keep nothing
		private final @Nullable ReadModel<?, ?> view;

		Kind(@Nullable ReadModel<?, ?> view) {
			this.view = view;
		}

		/** Where it is found; a person is in no view. */
		public Optional<ReadModel<?, ?>> view() {
			return Optional.ofNullable(view);
		}
	}

	/**
	 * The one that was asked for; empty when none was.
	 *
	 * @throws InvalidInput when there are more
	 */
	public static Optional<Subject> oneOf(@Nullable PartnershipId partnership, @Nullable AgendaId agenda, @Nullable ThemeId theme, @Nullable TableId table,
			@Nullable CommunityId community, @Nullable MeetingId meeting) {
		List<Subject> asked = new ArrayList<>();
		add(asked, Kind.PARTNERSHIP, partnership == null ? null : partnership.value());
		add(asked, Kind.AGENDA, agenda == null ? null : agenda.value());
		add(asked, Kind.THEME, theme == null ? null : theme.value());
		add(asked, Kind.TABLE, table == null ? null : table.value());
		add(asked, Kind.COMMUNITY, community == null ? null : community.value());
		add(asked, Kind.MEETING, meeting == null ? null : meeting.value());
		if (asked.size() > 1) {
			throw new InvalidInput("partnershipId", "Kies één onderwerp: partnershipId, agendaId, themeId, tableId, communityId of meetingId.");
		}
		return asked.stream().findFirst();
	}

	/** The one with this id of this view; empty when nothing belongs to things of this view. */
	public static Optional<Subject> in(ReadModel<?, ?> view, UUID id) {
		return Arrays.stream(Kind.values()).filter(kind -> view.equals(kind.view)).findFirst().map(kind -> new Subject(kind, id));
	}

	/** The name of the parameter that asks for it. */
	public String parameter() {
		return kind.name().toLowerCase(Locale.ROOT) + "Id";
	}

	private static void add(List<Subject> asked, Kind kind, @Nullable UUID id) {
		if (id != null) {
			asked.add(new Subject(kind, id));
		}
	}
}
