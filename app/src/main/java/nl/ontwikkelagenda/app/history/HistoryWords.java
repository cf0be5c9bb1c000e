package nl.ontwikkelagenda.app.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.SeatRole;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.history.HistoryFact.Authority;
import nl.ontwikkelagenda.app.history.HistoryFact.Changed;
import nl.ontwikkelagenda.app.history.HistoryFact.Standing;
import nl.ontwikkelagenda.app.pages.ChangeWords;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells facts of a history in Dutch. */
@Component
public class HistoryWords {

	private static final Map<ReadModel<?, ?>, String> SEVERAL = Map.ofEntries(Map.entry(ReadModels.THEMES, "thema's"), Map.entry(ReadModels.PRIORITY_ROUNDS, "prioriteitenrondes"),
			Map.entry(ReadModels.PROJECTS, "projecten"), Map.entry(ReadModels.TABLES, "ontwikkeltafels"), Map.entry(ReadModels.STATEMENTS, "doelen en voorstellen"),
			Map.entry(ReadModels.COMMUNITIES, "communities"), Map.entry(ReadModels.BODIES, "overlegorganen"), Map.entry(ReadModels.SEATS, "zetels"),
			Map.entry(ReadModels.MANDATES, "mandaten"), Map.entry(ReadModels.MEETINGS, "bijeenkomsten"), Map.entry(ReadModels.OUTCOMES, "uitkomsten"),
			Map.entry(ReadModels.MINUTES, "verslagen"), Map.entry(ReadModels.DECISIONS, "besluiten"), Map.entry(ReadModels.ADVICE_NOTES, "adviesnotities"),
			Map.entry(ReadModels.ACTIONS, "acties"));

	private final Dutch dutch;

	HistoryWords(Dutch dutch) {
		this.dutch = dutch;
	}

	/** Whether there is a word for several of this view. */
	static boolean isCalled(ReadModel<?, ?> view) {
		return SEVERAL.containsKey(view);
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

	/** What somebody might do that day; empty for nothing. */
	public String standing(Standing standing) {
		return Stream.of(roles(standing.rights()), standing.administersInstallation() ? "beheerder van deze installatie" : "").filter(words -> !words.isEmpty())
				.collect(Collectors.joining(", "));
	}

	/** Who might do what that day, persons as mentions; empty for nobody. */
	public String entitled(Entitled entitled) {
		Map<PersonId, List<String>> each = new LinkedHashMap<>();
		entitled.holders().forEach(holder -> each.computeIfAbsent(holder.personId(), person -> new ArrayList<>()).add(role(holder.right())));
		entitled.readers().forEach(reader -> each.computeIfAbsent(reader.personId(), person -> new ArrayList<>()).add("leest mee via " + reader.region()));
		return each.entrySet().stream().map(person -> "@[" + person.getKey() + "]: " + person.getValue().stream().distinct().collect(Collectors.joining(", ")))
				.collect(Collectors.joining("; "));
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
		return mandate(mandate);
	}

	/** For what and until when it holds. */
	public String mandate(MandateView mandate) {
		String most = mandate.maxAmount() == null ? "" : ", tot € " + mandate.maxAmount();
		String until = mandate.to() == null ? "" : " tot en met " + dutch.day(mandate.to());
		return mandate.subject() + most + " (vanaf " + dutch.day(mandate.from()) + until + ")";
	}
}
