@NullMarked
package nl.ontwikkelagenda.app.redaction;

import org.jspecify.annotations.NullMarked;
