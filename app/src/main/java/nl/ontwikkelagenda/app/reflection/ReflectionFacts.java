package nl.ontwikkelagenda.app.reflection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView.QuestionResult;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.progress.ReflectionRadar;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/**
 * A reflection round with its results beside those of the round that it repeats.
 *
 * @param about      the table or community that reflects; null for the whole partnership
 * @param earlier    the round that it repeats; null for a baseline
 * @param comparison with that round; null where there is nothing to compare
 * @param repeats    rounds that repeat this one
 */
record ReflectionFacts(ReflectionRoundView round, PartnershipView partnership, @Nullable About about, @Nullable ReflectionRoundView earlier,
		ReflectionRoundView.@Nullable Comparison comparison, List<ReflectionRoundView> repeats, Speech say) {

	private static final int DECIMALS = 2;

	/** What reflects, and the page where it stands. */
	record About(String title, String address) {
	}

	static ReflectionFacts of(ReflectionRoundId id, Reading reading) {
		ReflectionRoundView round = reading.one(ReadModels.REFLECTION_ROUNDS, id);
		PartnershipView partnership = reading.partnership(round.partnershipId());
		ReflectionRoundView earlier = reading.find(ReadModels.REFLECTION_ROUNDS, round.repeatOf()).orElse(null);
		ReflectionRoundView.Comparison comparison = earlier == null || round.elements().isEmpty() ? null : round.since(earlier);
		Stream<@Nullable String> remarks = round.elements().stream().flatMap(element -> element.questions().stream()).flatMap(question -> question.remarks().stream());
		Speech say = reading.speech(List.of(partnership)).meet(Stream.of(), Stream.concat(Stream.of(round.title(), round.abandonedBecause()), remarks));
		return new ReflectionFacts(round, partnership, about(round, reading), earlier, comparison, reading.all(ReadModels.REFLECTION_ROUNDS, new Is("repeatOf", id.toString())),
				say);
	}

	private static @Nullable About about(ReflectionRoundView round, Reading reading) {
		return reading.find(ReadModels.TABLES, round.about()).map(table -> new About(table.title(), "/tafels/" + table.tableId()))
				.or(() -> reading.find(ReadModels.COMMUNITIES, round.about()).map(community -> new About(community.title(), "/communities/" + community.communityId())))
				.orElse(null);
	}

	/** The six elements around a middle: as they are now, and as they were at the round before where the two may be compared. */
	public Chart radar() {
		return earlier == null || comparison == null || comparison.because() != null ? ReflectionRadar.of(round) : ReflectionRadar.of(earlier, round);
	}

	/** What changed since the round before, by number of the element or question. */
	public Map<String, ReflectionRoundView.Difference> differences() {
		return comparison == null ? Map.of() : comparison.differences().stream().collect(Collectors.toMap(ReflectionRoundView.Difference::number, difference -> difference));
	}

	/** A number as it is shown; a sentence where too few gave one. */
	public String shown(@Nullable BigDecimal number) {
		return number == null ? "te weinig antwoorden" : written(number);
	}

	/** As {@link #shown}, with a plus where it went up. */
	public String change(BigDecimal number) {
		return (number.signum() > 0 ? "+" : "") + written(number);
	}

	private static String written(BigDecimal number) {
		return number.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
	}

	/** Whether anything but points was said to it. */
	public boolean tells(QuestionResult question) {
		return !question.remarks().isEmpty() || question.score().average() != null;
	}
}
