/** Tests of jobs. */
@NullMarked
package nl.ontwikkelagenda.app.job;

import org.jspecify.annotations.NullMarked;
