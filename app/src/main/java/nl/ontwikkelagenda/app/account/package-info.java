/** What somebody does about his own way in: keys for programs, his password. */
@NullMarked
package nl.ontwikkelagenda.app.account;

import org.jspecify.annotations.NullMarked;
