/** People who register as stakeholders by themselves, without an account. */
@NullMarked
package nl.ontwikkelagenda.app.registration;

import org.jspecify.annotations.NullMarked;
