package nl.ontwikkelagenda.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.monitor.Direction;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView.Target;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Comparison;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Judgement;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Named;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Origin;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.TargetState;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Value;
import nl.ontwikkelagenda.reporting.trend.Reading.Other;

import org.junit.jupiter.api.Test;

class ReadingTest {

	private static final LocalDate DAY = LocalDate.of(2021, 4, 1);

	private static Value value(String amount) {
		return new Value("2021-03", "maart 2021", DAY, DAY, new BigDecimal(amount), Origin.MEASUREMENT, new UUID(0, 1));
	}

	private static List<Other> others(int nameless, int named) {
		List<Other> all = new ArrayList<>();
		for (int i = 0; i < nameless + named; i++) {
			all.add(new Other(new PartnershipId(new UUID(1, i)), i < nameless ? "" : "Regio " + i, BigDecimal.valueOf(10L * i), i >= nameless));
		}
		return all;
	}

	private static Comparison compared(int nameless, int named) {
		return Reading.comparison(value("1000"), others(nameless, named));
	}

	@Test
	void theAverageOfOthersIsShownFromFiveUpAndTheOwnValueIsNoPartOfIt() {
		assertThat(compared(4, 0).average()).isNull();
		assertThat(compared(5, 0).average()).isEqualByComparingTo("20");
		assertThat(compared(5, 0).named()).isEmpty();
		assertThat(compared(0, 0).others()).isZero();
	}

	@Test
	void nobodyIsFoundOutByTakingAwayThoseWithAName() {
		assertThat(compared(1, 8).average()).isNull();
		assertThat(compared(4, 8).average()).isNull();
		assertThat(compared(5, 3).average()).isEqualByComparingTo("35");
		assertThat(compared(0, 5).average()).isEqualByComparingTo("20");
		assertThat(compared(1, 2).named()).extracting(Named::name).containsExactly("Regio 1", "Regio 2");
	}

	@Test
	void goingDownIsBetterWhereDownIsGood() {
		List<Value> falling = List.of(value("41"), value("38.5"));
		assertThat(Reading.trend(falling, Direction.DOWN).judgement()).isEqualTo(Judgement.BETTER);
		assertThat(Reading.trend(falling, Direction.UP).judgement()).isEqualTo(Judgement.WORSE);
		assertThat(Reading.trend(falling, Direction.NONE).judgement()).isEqualTo(Judgement.NONE);
		assertThat(Reading.trend(falling, Direction.DOWN).change()).isEqualByComparingTo("-2.5");
		assertThat(Reading.trend(List.of(value("3"), value("3.0")), Direction.UP).judgement()).isEqualTo(Judgement.SAME);
		assertThat(Reading.trend(List.of(value("3")), Direction.UP).change()).isNull();
	}

	@Test
	void theTargetIsTheFirstThatIsStillToBeReached() {
		List<Target> targets = List.of(new Target(new BigDecimal("30"), DAY.minusYears(1), null, DAY, List.of()), new Target(new BigDecimal("20"), DAY, null, DAY, List.of()));
		assertThat(Reading.target(targets, List.of(value("20")), Direction.DOWN, DAY)).isEqualTo(new TargetState(new BigDecimal("20"), DAY, true));
		assertThat(Reading.target(targets, List.of(value("21")), Direction.DOWN, DAY.plusDays(1))).isEqualTo(new TargetState(new BigDecimal("20"), DAY, false));
		assertThat(Reading.target(targets, List.of(), Direction.DOWN, DAY)).isEqualTo(new TargetState(new BigDecimal("20"), DAY, null));
		assertThat(Reading.target(List.of(), List.of(value("1")), Direction.DOWN, DAY)).isNull();
	}
}
