/** Whether the things that a command refers to exist: answered from the views, and for persons from their register. */
@NullMarked
package nl.ontwikkelagenda.app.reference;

import org.jspecify.annotations.NullMarked;
