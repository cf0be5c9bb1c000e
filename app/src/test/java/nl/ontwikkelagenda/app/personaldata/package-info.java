@NullMarked
package nl.ontwikkelagenda.app.personaldata;

import org.jspecify.annotations.NullMarked;
