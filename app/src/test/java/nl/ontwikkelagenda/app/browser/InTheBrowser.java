package nl.ontwikkelagenda.app.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A class of tests in the browser: one after the other, as they share the application of {@link Demo}, and beside others. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("demo in the browser")
@interface InTheBrowser {
}
