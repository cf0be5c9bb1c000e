/** Who may come in and what they may see: accounts, logging in, filters, and the rights on what is read. */
@NullMarked
package nl.ontwikkelagenda.app.security;

import org.jspecify.annotations.NullMarked;
