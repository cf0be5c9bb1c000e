package nl.ontwikkelagenda.app.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the script of a page that is open asks for again and again by itself: who reads such a page as an auditor reads it once an hour, not once every few seconds. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PartOfPage {
}
