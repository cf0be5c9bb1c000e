/** What people see in the browser, in Dutch. */
@NullMarked
package nl.ontwikkelagenda.app.pages;

import org.jspecify.annotations.NullMarked;
