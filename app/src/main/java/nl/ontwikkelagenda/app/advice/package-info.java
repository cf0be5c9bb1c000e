/** What people see of advice notes: the list, and the page on which one is put together, sent and answered. */
@NullMarked
package nl.ontwikkelagenda.app.advice;

import org.jspecify.annotations.NullMarked;
