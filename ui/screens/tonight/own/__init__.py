"""My own pages: reflective log and supervision, sealed to whoever wrote them."""
