package nl.ontwikkelagenda.agenda.theme;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.FundingCorrected;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.FundingDisclosed;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.GuidingQuestionAnswered;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaEvent;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeCarriedOver;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeDescribed;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeMergedInto;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRaised;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRetired;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeSplit;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeSplitOff;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemesMerged;

import org.jspecify.annotations.Nullable;

/**
 * A theme as its page shows it; its ideas and the answers to the guiding questions are views of their own.
 *
 * @param agendaId     the agenda that it is on now
 * @param agendaIds    every agenda that it was on: the editions that it went along with
 * @param origins      themes that it was made of
 * @param goesOnIn     themes in which it goes on
 * @param endedOn      when it was closed, merged or split
 * @param yearTotals   what all sources together give, per school year
 * @param sourceTotals what each source gives over all school years
 */
@RecordBuilder
public record ThemeView(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, List<AgendaId> agendaIds, String title, @Nullable String description,
		boolean noticedAsMissing,
		@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable Source copiedFrom, LocalDate raisedOn, ThemeStatus status, List<ThemeId> origins,
		List<ThemeId> goesOnIn, @Nullable String retiredBecause, @Nullable LocalDate endedOn, List<Funding> funding, List<YearTotal> yearTotals,
		List<SourceTotal> sourceTotals) implements ThemeViewBuilder.With {

	public record Source(String region, @Nullable PartnershipId partnershipId, @Nullable ThemeId themeId) {
	}

	/**
	 * What one source gives in one school year.
	 *
	 * @param amount     in euros as it is known now; absent while it is only promised to make it known
	 * @param promisedOn when that was promised
	 */
	public record Funding(@Nullable OrganisationId organisationId, @Nullable String side, String schoolYear, @Nullable BigDecimal amount, @Nullable LocalDate promisedOn,
			@Nullable LocalDate disclosedOn, List<Correction> corrections) {

		private String source() {
			return FundingSource.key(organisationId, side);
		}
	}

	/** @param earlier the amount that was known before */
	public record Correction(BigDecimal earlier, BigDecimal amount, String reason, LocalDate correctedOn) {
	}

	/**
	 * @param amount   of the sources that made theirs known
	 * @param awaiting how many sources have yet to make theirs known
	 */
	public record YearTotal(String schoolYear, BigDecimal amount, int awaiting) {
	}

	public record SourceTotal(@Nullable OrganisationId organisationId, @Nullable String side, BigDecimal amount) {
	}

	public static ThemeView on(@Nullable ThemeView current, ThemeEvent event, Recorded when) {
		return switch (event) {
			case ThemeRaised e -> started(e.themeId(), e.partnershipId(), e.agendaId(), e.title(), e.description(), e.raisedOn(), List.of())
					.withNoticedAsMissing(e.noticedAsMissing()).withPersonId(e.personId()).withOrganisationId(e.organisationId()).withCopiedFrom(source(e.copiedFrom()));
			case ThemesMerged e -> started(e.themeId(), e.partnershipId(), e.agendaId(), e.title(), e.description(), e.mergedOn(), e.origins());
			case ThemeSplitOff e -> started(e.themeId(), e.partnershipId(), e.agendaId(), e.title(), e.description(), e.splitOn(), List.of(e.origin()));
			case ThemeDescribed e -> requireNonNull(current).withDescription(e.description().text());
			case ThemeMergedInto e -> requireNonNull(current).goingOn(ThemeStatus.MERGED, List.of(e.into()), e.mergedOn());
			case ThemeSplit e -> requireNonNull(current).goingOn(ThemeStatus.SPLIT, e.parts().stream().map(ThemePart::themeId).toList(), e.splitOn());
			case ThemeCarriedOver e -> requireNonNull(current).withAgendaId(e.agendaId()).withAgendaIds(added(current.agendaIds(), e.agendaId()));
			case ThemeRetired e -> requireNonNull(current).withStatus(ThemeStatus.RETIRED).withRetiredBecause(e.reason().text()).withEndedOn(e.retiredOn());
			case FundingDisclosed e -> requireNonNull(current).funded(e.source(), e.schoolYear(), gift -> e.amount() == null
					? new Funding(gift.organisationId(), gift.side(), gift.schoolYear(), null, e.disclosedOn(), null, List.of())
					: new Funding(gift.organisationId(), gift.side(), gift.schoolYear(), e.amount(), gift.promisedOn(), e.disclosedOn(), List.of()));
			case FundingCorrected e -> requireNonNull(current).funded(e.source(), e.schoolYear(),
					gift -> new Funding(gift.organisationId(), gift.side(), gift.schoolYear(), e.amount(), gift.promisedOn(), gift.disclosedOn(),
							added(gift.corrections(), new Correction(requireNonNull(gift.amount()), e.amount(), e.reason().text(), e.correctedOn()))));
			case IdeaEvent e -> requireNonNull(current);
			case GuidingQuestionAnswered e -> requireNonNull(current);
		};
	}

	private static ThemeView started(ThemeId theme, PartnershipId partnership, AgendaId agenda, FreeText title, @Nullable FreeText description, LocalDate on,
			List<ThemeId> origins) {
		return new ThemeView(theme, partnership, agenda, List.of(agenda), title.text(), FreeText.wordsOf(description), false, null, null, null, on, ThemeStatus.OPEN, origins,
				List.of(), null,
				null, List.of(), List.of(), List.of());
	}

	private static @Nullable Source source(@Nullable CopiedFrom from) {
		return from == null ? null : new Source(from.region().text(), from.partnershipId(), from.themeId());
	}

	private ThemeView goingOn(ThemeStatus how, List<ThemeId> into, LocalDate on) {
		return withStatus(how).withGoesOnIn(Stream.concat(goesOnIn.stream(), into.stream()).toList()).withEndedOn(on);
	}

	private ThemeView funded(FundingSource source, SchoolYear schoolYear, UnaryOperator<Funding> change) {
		Funding none = new Funding(source.organisationId(), FreeText.wordsOf(source.side()), schoolYear.value(), null, null, null, List.of());
		Funding earlier = funding.stream().filter(gift -> gift.source().equals(source.key()) && gift.schoolYear().equals(schoolYear.value())).findFirst().orElse(none);
		List<Funding> all = new ArrayList<>(funding);
		all.remove(earlier);
		all.add(change.apply(earlier));
		return withFunding(List.copyOf(all)).withYearTotals(perYear(all)).withSourceTotals(perSource(all));
	}

	private static List<YearTotal> perYear(List<Funding> all) {
		Map<String, List<Funding>> years = all.stream().collect(Collectors.groupingBy(Funding::schoolYear, TreeMap::new, Collectors.toList()));
		return years.entrySet().stream()
				.map(year -> new YearTotal(year.getKey(), total(year.getValue()), (int) year.getValue().stream().filter(gift -> gift.amount() == null).count())).toList();
	}

	private static List<SourceTotal> perSource(List<Funding> all) {
		Map<String, List<Funding>> sources = all.stream().collect(Collectors.groupingBy(Funding::source, TreeMap::new, Collectors.toList()));
		return sources.values().stream().map(gifts -> new SourceTotal(gifts.getFirst().organisationId(), gifts.getFirst().side(), total(gifts))).toList();
	}

	private static BigDecimal total(List<Funding> gifts) {
		return gifts.stream().map(Funding::amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static <T> List<T> added(List<T> earlier, T latest) {
		return Stream.concat(earlier.stream(), Stream.of(latest)).toList();
	}
}
