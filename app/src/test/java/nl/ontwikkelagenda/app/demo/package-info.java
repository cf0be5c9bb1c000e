@NullMarked
package nl.ontwikkelagenda.app.demo;

import org.jspecify.annotations.NullMarked;
