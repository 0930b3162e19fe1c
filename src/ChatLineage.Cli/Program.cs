System.Console.WriteLine("chatlineage");
