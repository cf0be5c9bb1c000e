package nl.ontwikkelagenda.app.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.body.SeatRole;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.history.HistoryFact.Authority;
import nl.ontwikkelagenda.app.history.HistoryFact.Changed;
import nl.ontwikkelagenda.app.pages.ChangeWords;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells facts of a history in Dutch. */
@Component
public class HistoryWords {

	private static final Map<ReadModel<?, ?>, String> SEVERAL = Map.of(ReadModels.THEMES, "thema's", ReadModels.PRIORITY_ROUNDS, "prioriteitenrondes", ReadModels.PROJECTS,
			"projecten", ReadModels.TABLES, "ontwikkeltafels", ReadModels.COMMUNITIES, "communities", ReadModels.MEETINGS, "bijeenkomsten", ReadModels.DECISIONS, "besluiten",
			ReadModels.ADVICE_NOTES, "adviesnotities", ReadModels.ACTIONS, "acties");

	private final Dutch dutch;

	HistoryWords(Dutch dutch) {
		this.dutch = dutch;
	}

	/** What several of this view are called. */
	static String several(ReadModel<?, ?> view) {
		return SEVERAL.getOrDefault(view, view.name());
	}

	/** Empty for none. */
	public String role(@Nullable Right right) {
		return right == null ? "" : ChangeWords.choiceOr(right);
	}

	public String roles(List<Right> rights) {
		return rights.stream().map(this::role).collect(Collectors.joining(", "));
	}

	public String role(SeatRole role) {
		return ChangeWords.choiceOr(role);
	}

	public String done(Changed changed) {
		return switch (changed.kind()) {
			case ADDED -> "Nieuw";
			case REMOVED -> "Verwijderd";
			case CHANGED -> changed.ended() ? "Afgerond" : "Veranderd";
		};
	}

	/** What a decision rested on; empty for none. */
	public String authority(@Nullable Authority authority) {
		if (authority == null) {
			return "";
		}
		MandateView mandate = authority.mandate();
		if (mandate == null) {
			return authority.withoutMandateBecause() == null ? "Geen mandaat genoemd" : "Zonder mandaat, want: " + authority.withoutMandateBecause();
		}
		String most = mandate.maxAmount() == null ? "" : ", tot € " + mandate.maxAmount();
		String until = mandate.to() == null ? "" : " tot en met " + dutch.day(mandate.to());
		return mandate.subject() + most + " (vanaf " + dutch.day(mandate.from()) + until + ")";
	}
}
