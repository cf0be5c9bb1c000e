@NullMarked
package nl.ontwikkelagenda.app.audit;

import org.jspecify.annotations.NullMarked;
