/** The register of processing of personal data (GDPR, article 30), declared beside the code that processes and shown from it. */
@NullMarked
package nl.ontwikkelagenda.app.processing;

import org.jspecify.annotations.NullMarked;
