@NullMarked
package nl.ontwikkelagenda.app.erasure;

import org.jspecify.annotations.NullMarked;
