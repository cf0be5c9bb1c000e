package nl.ontwikkelagenda.app.command;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the aggregate of a command by its annotated component, looked for once per type: Axon's own looks through all methods and annotations for every command. */
class CommandTargets implements CommandTargetResolver {

	private static final ClassValue<Method> TARGET = new ClassValue<>() {
		@Override
		protected Method computeValue(Class<?> type) {
			for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
				Method accessor = component.getAccessor();
				if (accessor.isAnnotationPresent(TargetAggregateIdentifier.class)) {
					accessor.setAccessible(true);
					return accessor;
				}
			}
			throw new IllegalArgumentException("A command is a record with a @TargetAggregateIdentifier, but " + type.getName() + " is not.");
		}
	};

	/** Without a version: that is compared by {@link AggregateVersions}. */
	@Override
	public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
		try {
			Object target = TARGET.get(command.getPayloadType()).invoke(command.getPayload());
			return new VersionedAggregateIdentifier(target, null);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}
