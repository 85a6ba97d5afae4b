import { connect } from './connect.ts'

// page.html?runner=ws://127.0.0.1:PORT
connect(new URLSearchParams(location.search).get('runner') ?? '')
