package nl.ontwikkelagenda.cop.reflection;

import java.util.Optional;

/** Which rounds there are; answered from the views. */
@FunctionalInterface
public interface ReflectionRounds {

	Optional<ReflectionRoundView> find(ReflectionRoundId round);
}
