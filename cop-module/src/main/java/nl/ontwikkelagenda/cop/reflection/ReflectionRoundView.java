package nl.ontwikkelagenda.cop.reflection;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.cop.reflection.Instrument.Element;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.MemberHasAnswered;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundAbandoned;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundClosed;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundOpened;

import org.jspecify.annotations.Nullable;

/**
 * A reflection round as its page shows it; its results are there once it is closed, if enough answered.
 *
 * @param about       the table or community that reflects; absent for the whole partnership
 * @param members     who may answer
 * @param respondents who answered; known at the close
 * @param answered    how many that are; absent while the round is open
 * @param elements    results by element; empty while open, and when too few answered
 * @param abandonedOn when it was given up, because its answers could no longer be opened; absent for all others
 * @param abandonedBecause why they could not
 */
@RecordBuilder
public record ReflectionRoundView(ReflectionRoundId reflectionRoundId, PartnershipId partnershipId, @Nullable UUID about, String title, String instrument,
		List<PersonId> members, @Nullable ReflectionRoundId repeatOf, ReflectionRoundStatus status, LocalDate openedOn, LocalDate closesOn, @Nullable LocalDate closedOn,
		List<PersonId> respondents, @Nullable Integer answered, List<ElementResult> elements, @Nullable LocalDate abandonedOn,
		@Nullable String abandonedBecause) implements ReflectionRoundViewBuilder.With {

	/** From so many answers up they say nothing about one person. */
	public static final int ENOUGH = 5;

	private static final int DECIMALS = 2;

	/** What was answered to the questions of an element; the average and spread are over all points given to them. */
	public record ElementResult(int number, String title, Score score, List<QuestionResult> questions) {
	}

	/**
	 * What was answered to a question.
	 *
	 * @param unknown how many do not know
	 * @param remarks in random order
	 */
	public record QuestionResult(String question, String text, Score score, int unknown, List<String> remarks) {
	}

	/**
	 * @param answered how many points of the scale were given; 0 when fewer than {@value #ENOUGH}, which is not told
	 * @param average  from 1 to 5; absent when too few gave a point
	 * @param spread   standard deviation
	 */
	public record Score(int answered, @Nullable BigDecimal average, @Nullable BigDecimal spread) {

		private static final Score NONE = new Score(0, null, null);

		/** @param counts how often each point was given, lowest first */
		static Score of(List<Integer> counts) {
			int answered = counts.stream().mapToInt(Integer::intValue).sum();
			if (answered < ENOUGH) {
				return NONE;
			}
			BigDecimal number = BigDecimal.valueOf(answered);
			BigDecimal sum = sum(counts, point -> point);
			BigDecimal average = sum.divide(number, MathContext.DECIMAL64);
			BigDecimal variance = sum(counts, point -> point * point).divide(number, MathContext.DECIMAL64).subtract(average.multiply(average)).max(BigDecimal.ZERO);
			return new Score(answered, average.setScale(DECIMALS, RoundingMode.HALF_UP), variance.sqrt(MathContext.DECIMAL64).setScale(DECIMALS, RoundingMode.HALF_UP));
		}

		private static BigDecimal sum(List<Integer> counts, Function<Integer, Integer> of) {
			return BigDecimal.valueOf(IntStream.range(0, counts.size()).mapToLong(i -> (long) counts.get(i) * of.apply(i + Instrument.LOWEST)).sum());
		}
	}

	/**
	 * This round beside an earlier one.
	 *
	 * @param because     why they cannot be compared; absent when they can
	 * @param differences by element and by question; empty when they cannot be compared
	 */
	public record Comparison(ReflectionRoundId earlier, ReflectionRoundId later, @Nullable String because, List<Difference> differences) {
	}

	/**
	 * @param number   of an element ({@code 3}) or a question ({@code 3.1})
	 * @param change   later less earlier
	 */
	public record Difference(String number, String text, BigDecimal earlier, BigDecimal later, BigDecimal change) {
	}

	public static ReflectionRoundView on(@Nullable ReflectionRoundView current, ReflectionRoundEvent event, Recorded when) {
		return switch (event) {
			case ReflectionRoundOpened e -> new ReflectionRoundView(e.reflectionRoundId(), e.partnershipId(), e.about(), e.title().text(), e.instrument(), e.members(),
					e.repeatOf(), ReflectionRoundStatus.OPEN, e.openedOn(), e.closesOn(), null, List.of(), null, List.of(), null, null);
			case MemberHasAnswered e ->
				requireNonNull(current).withRespondents(Stream.concat(current.respondents.stream(), Stream.of(e.personId())).toList());
			case ReflectionRoundClosed e ->
				requireNonNull(current).withStatus(ReflectionRoundStatus.CLOSED).withClosedOn(e.closedOn()).withAnswered(e.answered()).withElements(current.results(e.tallies()));
			case ReflectionRoundAbandoned e ->
				requireNonNull(current).withStatus(ReflectionRoundStatus.ABANDONED).withAbandonedOn(e.abandonedOn()).withAbandonedBecause(e.reason().text());
		};
	}

	private List<ElementResult> results(List<AnswerTally> tallies) {
		Map<String, AnswerTally> byQuestion = tallies.stream().collect(Collectors.toMap(AnswerTally::question, Function.identity()));
		return tallies.isEmpty()
				? List.of()
				: Instrument.find(instrument).orElseThrow().elements().stream().map(element -> result(element, byQuestion)).toList();
	}

	private static ElementResult result(Element element, Map<String, AnswerTally> byQuestion) {
		List<AnswerTally> tallies = element.questions().stream().map(question -> byQuestion.get(question.id())).filter(Objects::nonNull).toList();
		List<QuestionResult> questions = element.questions().stream().map(question -> {
			AnswerTally tally = byQuestion.getOrDefault(question.id(), new AnswerTally(question.id(), List.of(), 0, List.of()));
			return new QuestionResult(question.id(), question.text(), Score.of(tally.scores()), tally.unknown(), tally.remarks().stream().map(FreeText::text).toList());
		}).toList();
		List<Integer> all = IntStream.rangeClosed(0, Instrument.HIGHEST - Instrument.LOWEST)
				.mapToObj(i -> tallies.stream().filter(tally -> !tally.scores().isEmpty()).mapToInt(tally -> tally.scores().get(i)).sum()).toList();
		return new ElementResult(element.number(), element.title(), Score.of(all), questions);
	}

	/** What changed since an earlier round; nothing when that would tell what one person answered. */
	public Comparison since(ReflectionRoundView earlier) {
		String because = notComparableTo(earlier);
		if (because != null) {
			return new Comparison(earlier.reflectionRoundId, reflectionRoundId, because, List.of());
		}
		Map<String, BigDecimal> before = earlier.averages();
		Map<String, BigDecimal> now = averages();
		Map<String, String> texts = texts();
		List<Difference> differences = texts.keySet().stream().sorted().filter(number -> before.containsKey(number) && now.containsKey(number)).map(number -> {
			BigDecimal then = requireNonNull(before.get(number));
			BigDecimal later = requireNonNull(now.get(number));
			return new Difference(number, requireNonNull(texts.get(number)), then, later, later.subtract(then));
		}).toList();
		return new Comparison(earlier.reflectionRoundId, reflectionRoundId, null, differences);
	}

	private @Nullable String notComparableTo(ReflectionRoundView earlier) {
		if (elements.isEmpty() || earlier.elements.isEmpty()) {
			return "Een van beide reflecties heeft geen uitslag: zij loopt nog, of er waren minder dan " + ENOUGH + " antwoorden.";
		}
		if (!instrument.equals(earlier.instrument)) {
			return "De twee reflecties hebben andere vragen.";
		}
		Set<PersonId> different = new HashSet<>(respondents);
		different.removeAll(earlier.respondents);
		long left = earlier.respondents.stream().filter(person -> !respondents.contains(person)).count();
		return different.size() + left == 1 ? "De groepen verschillen één persoon; het verschil zou zeggen wat die heeft geantwoord." : null;
	}

	private Map<String, BigDecimal> averages() {
		return Stream.concat(elements.stream().map(element -> Map.entry(String.valueOf(element.number()), element.score())),
				elements.stream().flatMap(element -> element.questions().stream()).map(question -> Map.entry(question.question(), question.score())))
				.filter(entry -> entry.getValue().average() != null).collect(Collectors.toMap(Map.Entry::getKey, entry -> requireNonNull(entry.getValue().average())));
	}

	private Map<String, String> texts() {
		return Stream.concat(elements.stream().map(element -> Map.entry(String.valueOf(element.number()), element.title())),
				elements.stream().flatMap(element -> element.questions().stream()).map(question -> Map.entry(question.question(), question.text())))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}
}
