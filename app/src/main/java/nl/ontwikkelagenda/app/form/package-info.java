/** What people type on pages: how it becomes a command that is sent once, and how it is shown again with what was wrong. */
@NullMarked
package nl.ontwikkelagenda.app.form;

import org.jspecify.annotations.NullMarked;
