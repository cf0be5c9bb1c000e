/** Logging in at an identity provider (OpenID Connect), and which account that is. */
@NullMarked
package nl.ontwikkelagenda.app.oidc;

import org.jspecify.annotations.NullMarked;
