package nl.ontwikkelagenda.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;

class EveryCommandSaysWhoMayTest {

	/** A command whose author forgot. */
	record Forgotten(@TargetAggregateIdentifier String id) {
	}

	@Test
	void everyCommandDeclaresARightAndWhatItIsFor() {
		List<Class<?>> commands = AllCommands.find();

		assertThat(commands).contains(FoundPartnership.class);
		assertThat(commands).allSatisfy(command -> {
			assertThat(command).isRecord().hasAnnotation(AllowedTo.class);
			assertThat(command.getAnnotation(AllowedTo.class).value()).isNotEmpty();
			assertThat(Arrays.stream(command.getRecordComponents()).filter(component -> component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class))).hasSize(1);
		});
	}

	@Test
	void oneThatDoesNotIsRefusedEvenToJobs() {
		Rights rights = new Rights(Clock.systemUTC(), Duration.ZERO, person -> Optional.empty(), id -> Optional.empty(), (regions, day) -> Set.of(), (person, id) -> false,
				(person, id) -> false, Object::equals);

		assertThatThrownBy(() -> rights.admitted(new GenericCommandMessage<>(new Forgotten("1")), Intent.of(Actor.job("Nightly")))).isInstanceOf(NotAllowed.class)
				.hasMessageStartingWith("Dit mag niemand");
	}
}
