/** Tests of registering without an account, with a real mail server. */
@NullMarked
package nl.ontwikkelagenda.app.registration;

import org.jspecify.annotations.NullMarked;
