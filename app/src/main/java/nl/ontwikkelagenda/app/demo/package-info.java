/** The demo data: the real meetings of 2018, told as commands with the clock set to those days. */
@NullMarked
package nl.ontwikkelagenda.app.demo;

import org.jspecify.annotations.NullMarked;
