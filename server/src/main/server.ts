import { startServer } from './node';

void startServer();
