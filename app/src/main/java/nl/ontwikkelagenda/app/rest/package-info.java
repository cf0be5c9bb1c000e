/** What every REST endpoint shares: answers, problems, lists, versions, strict input and the OpenAPI document. */
@NullMarked
package nl.ontwikkelagenda.app.rest;

import org.jspecify.annotations.NullMarked;
