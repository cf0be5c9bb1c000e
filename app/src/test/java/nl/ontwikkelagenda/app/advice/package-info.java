@NullMarked
package nl.ontwikkelagenda.app.advice;

import org.jspecify.annotations.NullMarked;
