package nl.ontwikkelagenda.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.visibility.Viewer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes with a command to another instance arrives there as it was. */
class RoutedTest {

	private static final PersonId PERSON = new PersonId(Ids.next());

	@Test
	void whoSendsItOnWhatConditionAndHowFarHisTokenReachesArrives() {
		Intent intent = new Intent(Actor.person(PERSON), true, new Intent.Once("sleutel", "f".repeat(64), 201, "/api/v1/actions/1"), 7L, new PartnershipId(Ids.next()));
		Sending arrived = Routed.received(Routed.asked(new Sending(intent, true), Viewer.APPLICATION)).sending();
		assertThat(arrived.intent).isEqualTo(intent);
		assertThat(arrived.afterCollision).isTrue();
		assertThat(Routed.received(Routed.asked(new Sending(Intent.of(Actor.person(PERSON)), false), Viewer.APPLICATION)).sending().intent)
				.isEqualTo(Intent.of(Actor.person(PERSON)));
	}

	static Viewer[] viewers() {
		return new Viewer[] {Viewer.APPLICATION, new Viewer.Visitor(), new Viewer.Somebody(PERSON)};
	}

	@ParameterizedTest
	@MethodSource("viewers")
	void withWhoseEyesThereIsReadArrives(Viewer viewer) {
		assertThat(Routed.received(Routed.asked(new Sending(Intent.of(Actor.person(PERSON)), false), viewer)).sender()).isEqualTo(viewer);
	}
}
