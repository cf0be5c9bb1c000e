@NullMarked
package nl.ontwikkelagenda.app.pages;

import org.jspecify.annotations.NullMarked;
