package nl.ontwikkelagenda.agenda.partnership;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.CoreMatchers.containsString;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.ChooseHouseStyle;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.HouseStyleChosen;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HouseStyleTest {

	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 1));
	private static final UUID LOGO = new UUID(0, 2);
	private static final LocalDate JUNE = LocalDate.of(2018, 6, 11);
	private static final PartnershipFounded FOUNDED = new PartnershipFounded(REGION, PartnershipKind.REGION, new FreeText("Regio", "c2FsdA=="), SchoolRegion.MIDDEN, JUNE);

	private final AggregateTestFixture<Partnership> partnership = partnership();

	private static AggregateTestFixture<Partnership> partnership() {
		AggregateTestFixture<Partnership> fixture = new AggregateTestFixture<>(Partnership.class);
		fixture.registerInjectableResource((Logos) (where, attachment) -> where.equals(REGION) && attachment.equals(LOGO));
		return fixture;
	}

	private static ChooseHouseStyle choose(String colour, String tint, @Nullable UUID logo) {
		return new ChooseHouseStyle(REGION, new Colour(colour), new Colour(tint), logo, JUNE);
	}

	@Test
	void aPartnershipChoosesItsColoursAndLogo() {
		partnership.given(FOUNDED).when(choose("#0B5A46", "#e6f2ee", LOGO)).expectEvents(new HouseStyleChosen(REGION, "#0b5a46", "#e6f2ee", LOGO, JUNE));
	}

	@Test
	void itMayChooseAnew() {
		partnership.given(FOUNDED, new HouseStyleChosen(REGION, "#0b5a46", "#e6f2ee", LOGO, JUNE)).when(choose("#154273", "#e8eef5", null))
				.expectEvents(new HouseStyleChosen(REGION, "#154273", "#e8eef5", null, JUNE));
	}

	@Test
	void aColourCanBeReadOnPaper() {
		partnership.given(FOUNDED).when(choose("#ffb612", "#ffffff", null)).expectException(RuleBroken.class).expectExceptionMessage(containsString("1,8")).expectNoEvents();
	}

	@Test
	void aColourCanBeReadOnItsTint() {
		partnership.given(FOUNDED).when(choose("#154273", "#154273", null)).expectException(RuleBroken.class).expectExceptionMessage(containsString("de tint #154273"));
	}

	@Test
	void aLogoIsAPictureOfThePartnership() {
		partnership.given(FOUNDED).when(choose("#154273", "#e8eef5", new UUID(0, 9))).expectException(RuleBroken.class);
	}

	@Test
	void contrastIsCountedAsWcagDoes() {
		assertThat(new Colour("#000000").contrastWith(Colour.WHITE)).isEqualTo(21, within(0.01));
		assertThat(new Colour("#767676").contrastWith(Colour.WHITE)).isEqualTo(4.54, within(0.01));
		assertThatThrownBy(() -> new Colour("blauw")).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void itsPageShowsTheLatestChoice() {
		Recorded when = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
		PartnershipView founded = requireNonNull(PartnershipView.on(null, FOUNDED, when));
		assertThat(founded.houseStyle()).isNull();
		PartnershipView chosen = requireNonNull(PartnershipView.on(founded, new HouseStyleChosen(REGION, "#154273", "#e8eef5", LOGO, JUNE), when));
		assertThat(chosen.houseStyle()).isEqualTo(new PartnershipView.HouseStyle("#154273", "#e8eef5", LOGO, JUNE));
	}
}
