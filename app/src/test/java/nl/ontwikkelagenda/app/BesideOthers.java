package nl.ontwikkelagenda.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** A class that shares nothing, so that it can run while others do; its own tests run one after the other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = BesideOthers.Itself.class)
public @interface BesideOthers {

	/** A class of which something is locked runs its tests in one thread. */
	final class Itself implements ResourceLocksProvider {

		@Override
		public Set<Lock> provideForClass(Class<?> test) {
			return Set.of(new Lock(test.getName()));
		}
	}
}
