import '../../../server/src/sign-in/assets/tokens.css'
import './base.css'
import './shell.css'
import './parts.css'
